package dev.millrace.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CommonPathCapabilities;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The file that says who holds a lake: there as a whole or not at all, so that a process killed while it makes one leaves no
 * blank file that nobody can be found behind. It is written under another name first. On a local disk it is then linked and on
 * others renamed to its own, which fails where that exists; in an object store a rename is a copy, and the last of several that
 * come at once wins, so that whoever made it looks again before it counts.
 */
final class LeaseFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** In an object store: longer than from looking whether there is a lease to having made one. */
    private static final Duration SETTLING = Duration.ofSeconds(1);

    private final FileSystem files;
    private final Path path;

    private LeaseFile(FileSystem files, Path path) {
        this.files = files;
        this.path = path;
    }

    /** The one of a lake, be there one or not. */
    static LeaseFile of(String lake, Configuration hadoop) throws IOException {
        Path path = new Path(lake, "_lease");
        FileSystem files = path.getFileSystem(hadoop);
        // Checksums lie in a file of their own, and two files are not made at once.
        return new LeaseFile(files instanceof LocalFileSystem local ? local.getRaw() : files, path);
    }

    /** Makes it, unless there is one; whether it is the holder's now. */
    boolean place(LeaseHolder holder) throws IOException, InterruptedException {
        if (files.exists(path)) {
            return false;
        }
        files.mkdirs(path.getParent());
        try {
            if (files.getUri().getScheme().equals("file")) {
                new LinkingLocalLogStore(files.getConf())
                        .write(path, List.of(text(holder)).iterator(), false, files.getConf());
                return true;
            }
            return placeByRename(holder);
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    private boolean placeByRename(LeaseHolder holder) throws IOException, InterruptedException {
        Path draft = sibling("draft");
        write(draft, holder);
        if (!files.rename(draft, path)) {
            files.delete(draft, false);
            return false;
        }
        if (!files.hasPathCapability(path, CommonPathCapabilities.FS_APPEND)) {
            Thread.sleep(SETTLING.toMillis());
        }
        return isOf(holder);
    }

    private Path sibling(String kind) {
        return new Path(path.getParent(), path.getName() + "." + kind + "." + UUID.randomUUID());
    }

    private void write(Path to, LeaseHolder holder) throws IOException {
        try (OutputStream out = files.create(to, true)) {
            out.write(text(holder).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String text(LeaseHolder holder) throws JsonProcessingException {
        return JSON.writeValueAsString(holder);
    }

    /** Who holds the lake; none where nobody does, or what lies there cannot be read. */
    Optional<LeaseHolder> holder() throws IOException {
        return holder(path);
    }

    private Optional<LeaseHolder> holder(Path lease) throws IOException {
        try (var in = files.open(lease)) {
            LeaseHolder holder =
                    JSON.readValue(new String(in.readAllBytes(), StandardCharsets.UTF_8), LeaseHolder.class);
            return Optional.of(holder).filter(LeaseHolder::isComplete);
        } catch (FileNotFoundException | JsonProcessingException e) {
            return Optional.empty();
        }
    }

    boolean isOf(LeaseHolder holder) throws IOException {
        return holder().filter(holder::equals).isPresent();
    }

    /** What can be told of it, if there is one. */
    Optional<LeaseState> state() throws IOException {
        try {
            long beat = files.getFileStatus(path).getModificationTime();
            return Optional.of(LeaseState.of(holder(), beat, System.currentTimeMillis()));
        } catch (FileNotFoundException e) {
            return Optional.empty();
        }
    }

    /** A sign of its holder's life: a new time, or where a store keeps none, the same text again. */
    void showLife(LeaseHolder holder) throws IOException {
        if (!isOf(holder)) {
            return;
        }
        long before = files.getFileStatus(path).getModificationTime();
        files.setTimes(path, System.currentTimeMillis(), -1);
        if (files.getFileStatus(path).getModificationTime() == before) {
            write(path, holder);
        }
    }

    /**
     * Takes the lease of a dead holder away; whether there is none any more. Should another have taken it since it was
     * judged, that one lives on.
     */
    boolean takeFrom(Optional<LeaseHolder> judged) throws IOException {
        Path dead = sibling("dead");
        try {
            if (!files.rename(path, dead)) {
                return !files.exists(path);
            }
        } catch (FileNotFoundException e) {
            return true;
        }
        boolean another = !holder(dead).equals(judged);
        if (another) {
            files.rename(dead, path);
        }
        files.delete(dead, false);
        return !another;
    }

    /** Takes it away, if it is the holder's. */
    void giveBack(LeaseHolder holder) throws IOException {
        if (isOf(holder)) {
            files.delete(path, false);
        }
    }
}
