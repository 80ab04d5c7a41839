package dev.millrace.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeLeaseTest {

    private static final Duration EXPIRY = Duration.ofMinutes(5);

    @TempDir
    private Path lake;

    private LakeLease take(String run) {
        return LakeLease.take(lake.toString(), run, Duration.ZERO, EXPIRY, new Configuration());
    }

    @Test
    void aSecondRunIsRefusedAndToldWhoHoldsTheLake() {
        try (LakeLease first = take("first")) {
            LeaseHeldException refused = assertThrows(LeaseHeldException.class, () -> take("second"));

            assertTrue(refused.getMessage().contains("run first"), refused.getMessage());
        }
        take("second").close();
        assertFalse(Files.exists(lake.resolve("_lease")));
    }

    @Test
    void theLeaseOfAProcessThatIsGoneIsTakenOver() throws IOException {
        String host = InetAddress.getLocalHost().getHostName();
        Files.writeString(
                lake.resolve("_lease"),
                "{\"run\":\"dead\",\"host\":\"" + host + "\",\"pid\":99999999,\"since\":\"2024-01-01T00:00:00Z\"}");

        take("next").close();
    }

    @Test
    void theLeaseOfAnotherMachineHoldsUntilItIsSilentForTooLong() throws IOException {
        Path file = Files.writeString(
                lake.resolve("_lease"),
                "{\"run\":\"far\",\"host\":\"elsewhere\",\"pid\":1,\"since\":\"2024-01-01T00:00:00Z\"}");
        assertThrows(LeaseHeldException.class, () -> take("next"));

        Files.setLastModifiedTime(
                file, FileTime.from(Instant.now().minus(EXPIRY).minusSeconds(1)));

        take("next").close();
    }

    @Test
    void aLeaseThatWasLeftBlankOrTornIsTakenOver() throws IOException {
        for (String text : List.of("", "{\"run\":\"kil", "{}")) {
            Path file = Files.writeString(lake.resolve("_lease"), text);
            assertThrows(LeaseHeldException.class, () -> take("next"), "It may be being written.");

            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(15)));

            take("next").close();
        }
    }

    @Test
    void aLeaseIsThereAsAWholeAndNothingBesideIt() throws IOException {
        try (LakeLease lease = take("only");
                Stream<Path> files = Files.list(lake)) {
            assertEquals(List.of(lake.resolve("_lease")), files.toList());
            assertTrue(Files.readString(lake.resolve("_lease")).contains("\"run\":\"only\""));
        }
    }

    @Test
    void whoeverIsKilledWhileMakingALeaseBlocksNobody() throws IOException {
        Files.writeString(lake.resolve("._lease.1.tmp"), "{\"run\":\"kil");
        Files.writeString(lake.resolve("_lease.draft.1"), "");

        take("next").close();
    }

    @Test
    void ofManyThatComeAtOnceOneTakesIt() throws Exception {
        ExecutorService runs = Executors.newFixedThreadPool(8);
        List<Future<LakeLease>> tries = new ArrayList<>();
        for (int run = 0; run < 8; run++) {
            String name = "run-" + run;
            tries.add(runs.submit(() -> take(name)));
        }
        int taken = 0;
        for (Future<LakeLease> attempt : tries) {
            try {
                attempt.get();
                taken++;
            } catch (ExecutionException e) {
                assertTrue(e.getCause() instanceof LeaseHeldException, e.toString());
            }
        }
        runs.shutdown();
        assertEquals(1, taken);
    }

    @Test
    void aHolderShowsLifeInAStoreThatKeepsNoTimes() throws Exception {
        Configuration hadoop = new Configuration();
        hadoop.set("fs.timeless.impl", TimelessFileSystem.class.getName());
        String timeless = "timeless://" + lake;
        Duration expiry = Duration.ofSeconds(3);
        try (LakeLease holder = LakeLease.take(timeless, "long", Duration.ZERO, expiry, hadoop)) {
            assertThrows(
                    LeaseHeldException.class,
                    () -> LakeLease.take(timeless, "second", Duration.ofSeconds(5), expiry, hadoop));
        }
        LakeLease.take(timeless, "third", Duration.ZERO, expiry, hadoop).close();
    }

    /** As an object store is: times cannot be set, nothing can be appended. */
    public static final class TimelessFileSystem extends RawLocalFileSystem {

        @Override
        public URI getUri() {
            return URI.create("timeless:///");
        }

        @Override
        public String getScheme() {
            return "timeless";
        }

        @Override
        public void setTimes(org.apache.hadoop.fs.Path path, long modified, long accessed) {
            // Kept for nobody.
        }

        @Override
        public boolean hasPathCapability(org.apache.hadoop.fs.Path path, String capability) {
            return false;
        }
    }
}
