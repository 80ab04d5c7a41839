package dev.millrace.job;

import dev.millrace.table.Asset;
import dev.millrace.table.TableSpec;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;

/** Tells whether a job would make the same rows from the same input: a hash of its settings and its tables' columns. */
final class Fingerprint {

    private static final int LENGTH = 16;

    private Fingerprint() {}

    static String of(Job job) {
        StringBuilder text = new StringBuilder(job.fingerprint());
        job.outputs().stream().map(Asset::id).sorted().forEach(id -> text.append('\n')
                .append(id));
        for (Asset output :
                job.outputs().stream().sorted(Comparator.comparing(Asset::id)).toList()) {
            if (output instanceof TableSpec table) {
                table.fields().forEach(field -> text.append('\n')
                        .append(field.name())
                        .append(' ')
                        .append(field.type().sql()));
            }
        }
        return hash(text.toString());
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
