package dev.millrace.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder that a test delivers to.
 *
 * @param folder where it lies
 */
record Landing(Path folder) {

    /** Delivers a file of bytes, in folders of its own where the path names some. */
    void deliver(String path, byte[] bytes) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
