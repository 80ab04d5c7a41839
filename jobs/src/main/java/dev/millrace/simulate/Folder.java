package dev.millrace.simulate;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumFileSystem;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** A folder of any Hadoop file system. */
final class Folder {

    private final FileSystem files;
    private final Path root;

    Folder(String uri, Configuration hadoop) {
        try {
            Path given = new Path(uri);
            FileSystem found = given.getFileSystem(hadoop);
            this.root = found.makeQualified(given);
            // A source delivers no .crc files.
            this.files = found instanceof ChecksumFileSystem checked ? checked.getRawFileSystem() : found;
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot reach " + uri + ": check the URI and its credentials.", failure);
        }
    }

    private Folder(FileSystem files, Path root) {
        this.files = files;
        this.root = root;
    }

    Folder in(String path) {
        return new Folder(files, new Path(root, path));
    }

    /** The folder beside this one in which it is made ready. */
    Folder workshop() {
        Path parent = root.getParent();
        if (parent == null) {
            throw new IllegalArgumentException("Cannot simulate into " + root
                    + ": files are made ready beside the landing, and a root has no beside."
                    + " Give a folder below it.");
        }
        return new Folder(files, new Path(parent, "." + root.getName() + ".simulating"));
    }

    String uri() {
        return root.toString();
    }

    boolean isEmpty() {
        try {
            return !files.exists(root)
                    || (files.getFileStatus(root).isDirectory() && files.listStatus(root).length == 0);
        } catch (IOException failure) {
            throw failed("list", root, failure);
        }
    }

    void delete() {
        try {
            files.delete(root, true);
        } catch (IOException failure) {
            throw failed("delete", root, failure);
        }
    }

    void write(String name, String text) {
        Path file = new Path(root, name);
        try (OutputStream out = files.create(file, true)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw failed("write", file, failure);
        }
    }

    /** Makes this folder, with all that it holds, the other one; the other one is empty or does not exist. */
    void become(Folder other) {
        try {
            files.delete(other.root, false);
            files.mkdirs(other.root.getParent());
            move(root, other.root);
        } catch (IOException failure) {
            throw failed("move", root, failure);
        }
    }

    /** Moves the one data file that Spark left in a folder of this one to a path in another. */
    void moveOnlyFile(String folder, Folder target, String path) {
        Path from = new Path(root, folder);
        Path to = new Path(target.root, path);
        try {
            FileStatus[] found = files.listStatus(from, file -> file.getName().startsWith("part-"));
            if (found.length != 1) {
                throw new IOException("found " + Arrays.toString(found) + " instead of one file");
            }
            files.mkdirs(to.getParent());
            move(found[0].getPath(), to);
        } catch (IOException failure) {
            throw failed("move", from, failure);
        }
    }

    private void move(Path from, Path to) throws IOException {
        if (!files.rename(from, to)) {
            throw new IOException("rename to " + to + " was refused");
        }
    }

    private static UncheckedIOException failed(String verb, Path path, IOException failure) {
        return new UncheckedIOException(
                "Cannot " + verb + " " + path + ": " + failure.getMessage()
                        + ". Check space and permissions, and simulate again.",
                failure);
    }
}
