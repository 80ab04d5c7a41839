package dev.millrace.faults;

import dev.millrace.storage.LinkingLocalLogStore;
import io.delta.storage.HadoopFileSystemLogStore;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Iterator;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * Millrace's own log on a faulty store: a commit may fail half-way, when its draft is written and not yet linked, or when it
 * is linked and the answer is lost.
 */
public final class FaultyLogStore extends HadoopFileSystemLogStore {

    private final LinkingLocalLogStore real;

    public FaultyLogStore(Configuration hadoop) {
        super(hadoop);
        this.real = new LinkingLocalLogStore(hadoop);
    }

    @Override
    public void write(Path path, Iterator<String> actions, Boolean overwrite, Configuration hadoop) throws IOException {
        if (overwrite) {
            real.write(path, actions, true, hadoop);
            return;
        }
        try {
            StorageFault.pass(StorageOperation.COMMIT, path);
        } catch (IOException e) {
            leaveTornDraft(path, actions);
            throw e;
        }
        real.write(path, actions, false, hadoop);
        StorageFault.pass(StorageOperation.COMMITTED, path);
    }

    private static void leaveTornDraft(Path path, Iterator<String> actions) throws IOException {
        java.nio.file.Path target = java.nio.file.Path.of(path.toUri().getPath());
        String action = actions.hasNext() ? actions.next() : "";
        Files.writeString(
                target.resolveSibling("." + target.getFileName() + ".torn.tmp"),
                action.substring(0, action.length() / 2));
    }

    @Override
    public Boolean isPartialWriteVisible(Path path, Configuration hadoop) {
        return false;
    }
}
