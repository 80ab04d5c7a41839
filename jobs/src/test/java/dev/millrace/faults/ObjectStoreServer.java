package dev.millrace.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An S3 server in a process of its own, whose objects are files of a folder; it can be killed and started again. */
final class ObjectStoreServer implements AutoCloseable {

    private static final long PATIENCE_MILLIS = 120_000;

    private final String classPath;
    private final Path folder;
    private final int port;
    private Process process;

    private ObjectStoreServer(String classPath, Path folder, int port) {
        this.classPath = classPath;
        this.folder = folder;
        this.port = port;
    }

    static ObjectStoreServer start(String classPath, Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("data"));
        ObjectStoreServer server = new ObjectStoreServer(classPath, folder, freePort());
        Files.writeString(
                folder.resolve("server.properties"),
                """
                s3proxy.authorization=none
                s3proxy.endpoint=%s
                jclouds.provider=filesystem
                jclouds.filesystem.basedir=%s
                """
                        .formatted(server.endpoint(), folder.resolve("data")));
        server.start();
        return server;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    String endpoint() {
        return "http://127.0.0.1:" + port;
    }

    /** Where the objects of a bucket lie. */
    Path bucket(String name) {
        return folder.resolve("data").resolve(name);
    }

    void start() throws IOException, InterruptedException {
        process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        classPath,
                        "org.gaul.s3proxy.Main",
                        "--properties",
                        folder.resolve("server.properties").toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("server.log").toFile()))
                .start();
        long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!answers()) {
            if (System.currentTimeMillis() > deadline || !process.isAlive()) {
                throw new IOException("The S3 server does not start; see " + folder.resolve("server.log"));
            }
            Thread.sleep(100);
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
