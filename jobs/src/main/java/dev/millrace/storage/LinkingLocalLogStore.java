package dev.millrace.storage;

import io.delta.storage.HadoopFileSystemLogStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * Delta's log on a local disk, such that a commit is there as a whole or not at all: it is written and flushed under
 * another name and then linked to its own, which fails where that exists. Delta's own local store writes in place, so that a
 * process killed half-way leaves a torn commit behind.
 */
public final class LinkingLocalLogStore extends HadoopFileSystemLogStore {

    public LinkingLocalLogStore(Configuration hadoop) {
        super(hadoop);
    }

    @Override
    public void write(Path path, Iterator<String> actions, Boolean overwrite, Configuration hadoop) throws IOException {
        if (overwrite) {
            writeWithRename(path, actions, true, hadoop);
            return;
        }
        java.nio.file.Path target = java.nio.file.Path.of(path.toUri().getPath());
        java.nio.file.Path draft = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            writeAndFlush(draft, actions);
            Files.createLink(target, draft);
        } catch (FileAlreadyExistsException e) {
            throw alreadyExists(path, e);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static org.apache.hadoop.fs.FileAlreadyExistsException alreadyExists(
            Path path, FileAlreadyExistsException cause) {
        var exists = new org.apache.hadoop.fs.FileAlreadyExistsException(path.toString());
        exists.initCause(cause);
        return exists;
    }

    private static void writeAndFlush(java.nio.file.Path draft, Iterator<String> actions) throws IOException {
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            actions.forEachRemaining(action -> append(channel, action + "\n"));
            channel.force(true);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void append(FileChannel channel, String text) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Boolean isPartialWriteVisible(Path path, Configuration hadoop) {
        return false;
    }
}
