package dev.millrace.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** The ways in which a line of a delivered file goes bad. */
enum LineDamage {
    /** Ends somewhere in its middle. */
    TRUNCATED {
        @Override
        byte[] apply(byte[] line, byte[] next, Random random) {
            return java.util.Arrays.copyOf(line, 1 + random.nextInt(line.length - 1));
        }
    },
    /** Has bytes in it that no UTF-8 has. */
    BAD_UTF8 {
        @Override
        byte[] apply(byte[] line, byte[] next, Random random) {
            return inserted(line, random, (byte) 0xC3, (byte) 0x28, (byte) 0xFF);
        }
    },
    /** Has more fields than it should. */
    EXTRA_SEPARATORS {
        @Override
        byte[] apply(byte[] line, byte[] next, Random random) {
            return inserted(line, random, (byte) ',', (byte) ',');
        }
    },
    /** Has all its fields in one. */
    MISSING_SEPARATORS {
        @Override
        byte[] apply(byte[] line, byte[] next, Random random) {
            return bytes(text(line).replace(",", " "));
        }
    },
    /** Opens a quote and never closes it. */
    OPEN_QUOTE {
        @Override
        byte[] apply(byte[] line, byte[] next, Random random) {
            return bytes("\"" + text(line));
        }
    },
    /** Has NUL bytes in it. */
    NUL_BYTES {
        @Override
        byte[] apply(byte[] line, byte[] next, Random random) {
            return inserted(line, random, (byte) 0, (byte) 0, (byte) 0);
        }
    },
    /** Has its fields in another order. */
    SWAPPED_FIELDS {
        @Override
        byte[] apply(byte[] line, byte[] next, Random random) {
            int comma = text(line).indexOf(',');
            return comma < 0
                    ? line
                    : bytes(text(line).substring(comma + 1) + "," + text(line).substring(0, comma));
        }
    },
    /** Has a field longer than any that was ever seen. */
    LONG_FIELD {
        @Override
        byte[] apply(byte[] line, byte[] next, Random random) {
            return bytes("x".repeat(LONG) + text(line));
        }
    },
    /** Has words where numbers should be. */
    WRONG_TYPE {
        @Override
        byte[] apply(byte[] line, byte[] next, Random random) {
            return bytes(text(line).replaceAll("[0-9]+", "many"));
        }
    },
    /** Has lost its end, so that the next line goes on in it. */
    JOINED {
        @Override
        byte[] apply(byte[] line, byte[] next, Random random) {
            ByteArrayOutputStream joined = new ByteArrayOutputStream();
            joined.writeBytes(line);
            joined.writeBytes(next);
            return joined.toByteArray();
        }

        @Override
        boolean takesNext() {
            return true;
        }
    },
    /** Has nothing in its fields but quotes. */
    EMPTY_QUOTED {
        @Override
        byte[] apply(byte[] line, byte[] next, Random random) {
            return bytes(text(line).replaceAll("[^,]+", "\"\""));
        }
    };

    private static final int LONG = 100_000;

    /** The damaged line, which is never blank. */
    abstract byte[] apply(byte[] line, byte[] next, Random random);

    /** Whether the next line is part of the damaged one. */
    boolean takesNext() {
        return false;
    }

    private static byte[] inserted(byte[] line, Random random, byte... bytes) {
        int at = random.nextInt(line.length + 1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(line, 0, at);
        out.writeBytes(bytes);
        out.write(line, at, line.length - at);
        return out.toByteArray();
    }

    private static String text(byte[] line) {
        return new String(line, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
