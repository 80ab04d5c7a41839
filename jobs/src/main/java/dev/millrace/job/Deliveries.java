package dev.millrace.job;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import dev.millrace.storage.FileCensus;
import dev.millrace.storage.LandedFile;
import dev.millrace.storage.LandingZone;
import dev.millrace.table.CsvDialect;
import dev.millrace.table.SourceFormat;
import dev.millrace.table.SourceSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts files of the same columns together, so that they are read as one. */
final class Deliveries {

    private Deliveries() {}

    static List<Delivery> of(SourceSpec source, List<FileCensus> files, LandingZone landing) {
        Map<String, List<FileCensus>> byHeader = new LinkedHashMap<>();
        for (FileCensus file : files) {
            if (file.readable() && file.rows() > 0) {
                byHeader.computeIfAbsent(file.header(), header -> new ArrayList<>())
                        .add(file);
            }
        }
        List<Delivery> deliveries = new ArrayList<>();
        if (byHeader.isEmpty()) {
            deliveries.add(new Delivery(source.deliveredNames(), List.of(), landing.rows(source, List.of()), 0));
        }
        byHeader.forEach((header, members) -> {
            List<LandedFile> landed = members.stream().map(FileCensus::file).toList();
            deliveries.add(new Delivery(
                    names(header, source),
                    landed.stream().map(LandedFile::path).toList(),
                    landing.rows(source, landed),
                    members.stream().mapToLong(FileCensus::rows).sum()));
        });
        return deliveries;
    }

    private static List<String> names(String header, SourceSpec source) {
        SourceFormat format = source.format();
        if (format instanceof SourceFormat.Delimited delimited
                && delimited.dialect().header()) {
            return header(header, delimited.dialect());
        }
        boolean ownSchema = format instanceof SourceFormat.Parquet
                || format instanceof SourceFormat.Avro
                || format instanceof SourceFormat.DeltaTable;
        return ownSchema
                ? header.lines()
                        .map(line -> line.substring(0, line.indexOf('\t')))
                        .toList()
                : source.deliveredNames();
    }

    private static List<String> header(String line, CsvDialect dialect) {
        if (dialect.byWhitespace()) {
            return List.of(line.strip().split("[ \t]+"));
        }
        CsvParserSettings settings = new CsvParserSettings();
        settings.getFormat().setDelimiter(dialect.separator());
        settings.getFormat()
                .setQuote(dialect.quote().isEmpty() ? '\0' : dialect.quote().charAt(0));
        settings.getFormat().setQuoteEscape(dialect.escape().charAt(0));
        settings.getFormat().setComment('\0');
        settings.setMaxColumns(20_000);
        settings.setMaxCharsPerColumn(-1);
        String[] names = new CsvParser(settings).parseLine(line);
        List<String> header = new ArrayList<>();
        for (String name : names == null ? new String[0] : names) {
            header.add(name == null ? "" : name.strip());
        }
        return header;
    }
}
