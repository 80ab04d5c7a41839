package dev.millrace.storage;

import dev.millrace.table.DeliveryDay;
import dev.millrace.table.SourceSpec;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.GlobFilter;
import org.apache.hadoop.fs.Path;

/**
 * Finds what a source's patterns match, folder by folder. A folder whose own path tells a day outside the wanted ones is not
 * entered, so that the search costs what those days hold and not what ever was delivered.
 */
final class LandingWalk {

    private final FileSystem files;
    private final Path base;
    private final SourceSpec source;
    private final LocalDate from;
    private final LocalDate to;

    LandingWalk(FileSystem files, Path base, SourceSpec source, LocalDate from, LocalDate to) {
        this.files = files;
        this.base = base;
        this.source = source;
        this.from = from;
        this.to = to;
    }

    /** What a pattern matches on the wanted days, and perhaps on others. */
    List<FileStatus> find(String glob) throws IOException {
        if (glob.contains("{") || glob.contains("\\")) {
            FileStatus[] found = files.globStatus(new Path(base, glob));
            return found == null ? List.of() : List.of(found);
        }
        List<Path> folders = List.of(base);
        List<String> names =
                Stream.of(glob.split("/")).filter(name -> !name.isEmpty()).toList();
        int last = names.size() - 1;
        for (String name : names.subList(0, last)) {
            folders = below(folders, name);
        }
        List<FileStatus> found = new ArrayList<>();
        for (Path folder : folders) {
            found.addAll(matching(folder, names.get(last)));
        }
        return found;
    }

    private List<Path> below(List<Path> folders, String name) throws IOException {
        List<Path> below = new ArrayList<>();
        for (Path folder : folders) {
            for (FileStatus status : matching(folder, name)) {
                if (status.isDirectory() && !isOfOtherDays(status.getPath())) {
                    below.add(status.getPath());
                }
            }
        }
        return below;
    }

    private List<FileStatus> matching(Path folder, String name) throws IOException {
        GlobFilter filter = new GlobFilter(name);
        try {
            return filter.hasPattern()
                    ? List.of(files.listStatus(folder, filter))
                    : List.of(files.getFileStatus(new Path(folder, name)));
        } catch (FileNotFoundException e) {
            return List.of();
        }
    }

    /** Whether the day of all files in a folder is known from its path, whatever they are called, and is not wanted. */
    private boolean isOfOtherDays(Path folder) {
        DeliveryDay day = source.deliveryDay();
        if (day.fixed().isPresent() || day.fileTime() || !folder.toString().startsWith(base + "/")) {
            return false;
        }
        String path = folder.toString().substring(base.toString().length() + 1) + "/";
        Matcher matcher = day.inPath().matcher(path);
        // A match that reached the end could become another one with the file's name.
        if (!matcher.find() || matcher.hitEnd()) {
            return false;
        }
        LocalDate told = DeliveryDays.of(source, path, 0);
        return told.isBefore(from) || told.isAfter(to);
    }
}
