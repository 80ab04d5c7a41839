package dev.millrace.fuzz;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;

/**
 * Files of which a share of the lines is damaged, and beside them a list of every line that was delivered: its file, its
 * place, whether it is as it was, and a checksum of its values if so.
 */
public final class DamagedFiles implements AutoCloseable {

    /** The columns of the files. */
    public static final List<String> COLUMNS = List.of(
            "InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID", "Country");

    /** Between the values in what the checksum is made of. */
    static final char BETWEEN = '\u0001';

    private static final double SHARE = 0.01;
    private static final LineDamage[] DAMAGES = LineDamage.values();

    private final Path folder;
    private final BufferedWriter list;
    private long lines;
    private long damaged;

    public DamagedFiles(Path folder, Path list) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.list = Files.newBufferedWriter(list);
    }

    /** Writes a file of these lines, its damages chosen by a seed. */
    public void write(String name, List<String> original, long seed) throws IOException {
        Random random = new Random(seed);
        try (OutputStream out = new java.io.BufferedOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            line(out, bytes(String.join(",", COLUMNS)));
            int ordinal = 2;
            for (int i = 0; i < original.size(); i++) {
                byte[] line = bytes(original.get(i));
                boolean last = i == original.size() - 1;
                LineDamage damage = random.nextDouble() < SHARE ? DAMAGES[random.nextInt(DAMAGES.length)] : null;
                if (damage == null || (damage.takesNext() && last)) {
                    line(out, line);
                    note(name, ordinal++, String.valueOf(checksum(original.get(i))));
                } else {
                    line(out, damage.apply(line, last ? line : bytes(original.get(i + 1)), random));
                    note(name, ordinal++, "");
                    damaged++;
                    i += damage.takesNext() ? 1 : 0;
                }
            }
        }
    }

    private void note(String name, int ordinal, String checksum) throws IOException {
        list.write(name + "\t" + ordinal + "\t" + checksum + "\n");
        lines++;
    }

    private static void line(OutputStream out, byte[] line) throws IOException {
        out.write(line);
        out.write('\n');
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Of the values of a line, split by a reader of its own. */
    private static long checksum(String line) {
        StringBuilder values = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                values.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else {
                values.append(c == ',' && !quoted ? BETWEEN : c);
            }
        }
        CRC32 crc = new CRC32();
        crc.update(bytes(values.toString()));
        return crc.getValue();
    }

    /** How many lines were delivered. */
    public long lines() {
        return lines;
    }

    /** How many of them are damaged. */
    public long damaged() {
        return damaged;
    }

    @Override
    public void close() throws IOException {
        list.close();
    }
}
