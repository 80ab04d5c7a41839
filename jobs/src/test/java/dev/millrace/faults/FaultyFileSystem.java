package dev.millrace.faults;

import java.io.IOException;
import java.net.URI;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;
import org.apache.spark.SparkEnv;
import org.apache.spark.sql.SparkSession;

/** The local disk under the scheme {@code faulty}, on which operations fail as {@link StorageFault} says. */
public final class FaultyFileSystem extends RawLocalFileSystem {

    private static final String SCHEME = "faulty";

    /** Makes the scheme known to a session. */
    public static void install(SparkSession session) {
        session.sparkContext().hadoopConfiguration().set("fs." + SCHEME + ".impl", FaultyFileSystem.class.getName());
        SparkEnv.get().conf().set("spark.delta.logStore." + SCHEME + ".impl", FaultyLogStore.class.getName());
    }

    /** The address of a folder. */
    public static String address(java.nio.file.Path folder) {
        return SCHEME + "://" + folder.toAbsolutePath();
    }

    @Override
    public URI getUri() {
        return URI.create(SCHEME + ":///");
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FSDataInputStream open(Path path, int bufferSize) throws IOException {
        StorageFault.pass(StorageOperation.OPEN, path);
        return new FSDataInputStream(new FaultyInput(super.open(path, bufferSize), path));
    }

    @Override
    public FSDataOutputStream create(
            Path path, boolean overwrite, int bufferSize, short replication, long blockSize, Progressable progress)
            throws IOException {
        StorageFault.pass(StorageOperation.CREATE, path);
        return faulty(super.create(path, overwrite, bufferSize, replication, blockSize, progress), path);
    }

    @Override
    public FSDataOutputStream create(
            Path path,
            FsPermission permission,
            boolean overwrite,
            int bufferSize,
            short replication,
            long blockSize,
            Progressable progress)
            throws IOException {
        StorageFault.pass(StorageOperation.CREATE, path);
        return faulty(super.create(path, permission, overwrite, bufferSize, replication, blockSize, progress), path);
    }

    private static FSDataOutputStream faulty(FSDataOutputStream out, Path path) throws IOException {
        return out instanceof FaultyOutput ? out : new FaultyOutput(out, path);
    }

    @Override
    public boolean rename(Path from, Path to) throws IOException {
        StorageFault.pass(StorageOperation.RENAME, from);
        return super.rename(from, to);
    }

    @Override
    public boolean delete(Path path, boolean recursive) throws IOException {
        StorageFault.pass(StorageOperation.DELETE, path);
        return super.delete(path, recursive);
    }

    @Override
    public FileStatus[] listStatus(Path path) throws IOException {
        StorageFault.pass(StorageOperation.LIST, path);
        return super.listStatus(path);
    }
}
