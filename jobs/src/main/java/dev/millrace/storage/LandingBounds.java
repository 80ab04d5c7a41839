package dev.millrace.storage;

import dev.millrace.table.SourceSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Set;
import org.apache.hadoop.fs.Path;

/** A link on a local disk may point anywhere; what lies outside of the landing folder is nobody's delivery. */
final class LandingBounds {

    private final SourceSpec source;
    private final Path base;
    private final Set<java.nio.file.Path> known = new HashSet<>();

    LandingBounds(SourceSpec source, Path base) {
        this.source = source;
        this.base = base;
    }

    /**
     * Lets a path pass that lies within. Each folder is looked at once, since a thousand files lie in it.
     *
     * @throws LandingException where it does not
     */
    void require(Path found) throws IOException {
        if (!"file".equals(found.toUri().getScheme())) {
            return;
        }
        java.nio.file.Path path = java.nio.file.Path.of(found.toUri());
        if (Files.isSymbolicLink(path)) {
            requireReal(path);
        } else if (!known.contains(path.getParent())) {
            requireReal(path);
            known.add(path.getParent());
        }
    }

    private void requireReal(java.nio.file.Path path) throws IOException {
        java.nio.file.Path root = java.nio.file.Path.of(base.toUri()).toRealPath();
        java.nio.file.Path real = path.toRealPath();
        if (!real.startsWith(root)) {
            throw leaves(root.toString(), real.toString());
        }
    }

    /** The path of what was found, from the landing folder on. */
    String relative(String uri) {
        if (!uri.startsWith(base + "/")) {
            throw leaves(base.toString(), uri);
        }
        return uri.substring(base.toString().length() + 1);
    }

    private LandingException leaves(String root, String outside) {
        return new LandingException("The files of source '" + source.name() + "' leave the landing folder: " + outside
                + " does not lie below " + root + ". Mend sources." + source.name()
                + ".files, or take away the link.");
    }
}
