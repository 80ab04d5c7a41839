package dev.millrace.storage;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.apache.hadoop.conf.Configuration;
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
}
