package dev.millrace.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/** A server of files in a process and on a class path of its own; it can be killed and started again. */
public final class StoreServer implements AutoCloseable {

    private static final long PATIENCE_MILLIS = 600_000;

    private final Path folder;
    private final int port;
    private final List<String> command;
    private final BooleanSupplier ready;
    private Process process;

    private StoreServer(Path folder, int port, BooleanSupplier ready, List<String> command) {
        this.folder = folder;
        this.port = port;
        this.ready = ready;
        this.command = List.copyOf(command);
    }

    /** S3: buckets are folders of {@link #data()}, and objects are files of these. */
    public static StoreServer s3(String classPath, Path folder) throws IOException, InterruptedException {
        int port = freePort();
        Path settings = Files.createDirectories(folder).resolve("server.properties");
        Files.writeString(
                settings,
                """
                s3proxy.authorization=none
                s3proxy.endpoint=http://127.0.0.1:%d
                jclouds.provider=filesystem
                jclouds.filesystem.basedir=%s
                """
                        .formatted(port, folder.resolve("data")));
        return new StoreServer(
                        folder,
                        port,
                        () -> answers(port),
                        java(classPath, "org.gaul.s3proxy.Main", "--properties", settings.toString()))
                .start();
    }

    /** HDFS of one name node and one data node. */
    public static StoreServer hdfs(String classPath, Path folder) throws IOException, InterruptedException {
        int port = freePort();
        Path details = Files.createDirectories(folder).resolve("details.json");
        return new StoreServer(
                        folder,
                        port,
                        () -> details.toFile().length() > 0,
                        java(
                                classPath,
                                "org.apache.hadoop.test.MiniDFSClusterManager",
                                "-format",
                                "-nnport",
                                String.valueOf(port),
                                "-writeDetails",
                                details.toString(),
                                "-D",
                                "hdfs.minidfs.basedir=" + folder.resolve("data")))
                .start();
    }

    private static List<String> java(String classPath, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "-cp", classPath));
        command.addAll(List.of(arguments));
        return command;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Where it listens. */
    public String address(String scheme) {
        return scheme + "://127.0.0.1:" + port;
    }

    /** Where it keeps what it is given. */
    public Path data() {
        return folder.resolve("data");
    }

    /** What Hadoop's client for S3 has to be told of this server. */
    public Map<String, String> clientSettings() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("fs.s3a.endpoint", address("http"));
        settings.put("fs.s3a.path.style.access", "true");
        settings.put("fs.s3a.connection.ssl.enabled", "false");
        settings.put("fs.s3a.access.key", "none");
        settings.put("fs.s3a.secret.key", "none");
        // This server hangs where many are deleted at once.
        settings.put("fs.s3a.directory.marker.retention", "keep");
        // What was put beside the server and not through it has no tag.
        settings.put("fs.s3a.change.detection.version.required", "false");
        settings.put("fs.s3a.attempts.maximum", "1");
        settings.put("fs.s3a.retry.limit", "1");
        settings.put("fs.s3a.connection.establish.timeout", "10000");
        settings.put("fs.s3a.connection.timeout", "60000");
        return settings;
    }

    /** Starts it, and waits until it serves. */
    public StoreServer start() throws IOException, InterruptedException {
        Files.createDirectories(data());
        Path log = folder.resolve("server.log");
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!ready.getAsBoolean()) {
            if (System.currentTimeMillis() > deadline || !process.isAlive()) {
                close();
                throw new IOException("The server does not start: " + Files.readString(log));
            }
            Thread.sleep(100);
        }
        return this;
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** SIGKILL. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
