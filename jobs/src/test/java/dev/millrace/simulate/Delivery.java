package dev.millrace.simulate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** A delivered landing, read without Spark. */
record Delivery(Path landing) {

    /** Bytes as on disk, by path relative to the landing. */
    SortedMap<String, byte[]> files() {
        SortedMap<String, byte[]> found = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(landing)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                found.put(landing.relativize(file).toString(), Files.readAllBytes(file));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return found;
    }

    /** Relative paths of a feed's files. */
    List<String> paths(Feed feed) {
        return files().keySet().stream()
                .filter(path -> path.startsWith(feed.folder() + "/"))
                .toList();
    }

    /** Lines of a file, header first; ISO 8859-1, so that every byte is kept as a character. */
    List<String> lines(String path) {
        try (InputStream raw = Files.newInputStream(landing.resolve(path));
                InputStream plain = path.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.ISO_8859_1))) {
            return reader.lines().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Records of all files of a feed, each by column name; for clean landings. */
    List<Map<String, String>> records(Feed feed) {
        List<Map<String, String>> records = new ArrayList<>();
        for (String path : paths(feed)) {
            records.addAll(records(path));
        }
        return records;
    }

    /** Records of a file with a header, each by column name. */
    List<Map<String, String>> records(String path) {
        List<String> lines = lines(path);
        List<String> header = fields(lines.get(0));
        return lines.stream().skip(1).map(line -> record(header, fields(line))).toList();
    }

    /** The delivery day in a path. */
    static LocalDate day(String path) {
        return LocalDate.parse(path.split("/", -1)[1]);
    }

    /** Splits a line at the commas outside of quotes. */
    static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }

    private static Map<String, String> record(List<String> header, List<String> fields) {
        if (header.size() != fields.size()) {
            throw new IllegalArgumentException(fields + " does not fit " + header);
        }
        Map<String, String> record = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            record.put(header.get(i), fields.get(i));
        }
        return record;
    }
}
