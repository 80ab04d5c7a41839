package dev.millrace.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file system of its own in memory, of a given size; its maker must be allowed to mount. */
final class Mount implements AutoCloseable {

    private final Path point;
    private final Thread atExit = new Thread(this::leave, "unmount");

    private Mount(Path point) {
        this.point = point;
    }

    /** Mounts one of so many bytes. */
    static Mount of(Path point, long bytes) throws IOException {
        Files.createDirectories(point);
        run("mount", "-t", "tmpfs", "-o", "size=" + bytes, "tmpfs", point.toString());
        Mount mount = new Mount(point);
        Runtime.getRuntime().addShutdownHook(mount.atExit);
        return mount;
    }

    Path point() {
        return point;
    }

    /** Mounts it anew with other options. */
    void remount(String options) throws IOException {
        run("mount", "-o", "remount," + options, point.toString());
    }

    private static void run(String... command) throws IOException {
        Process process = new ProcessBuilder(new ArrayList<>(List.of(command)))
                .redirectErrorStream(true)
                .start();
        String words = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(words.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Whoever interrupts the suite finds nothing mounted. */
    private void leave() {
        try {
            run("umount", "--lazy", point.toString());
        } catch (IOException e) {
            System.err.println(point + " stays mounted: " + e.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        Runtime.getRuntime().removeShutdownHook(atExit);
        run("umount", "--lazy", point.toString());
        Files.delete(point);
    }
}
