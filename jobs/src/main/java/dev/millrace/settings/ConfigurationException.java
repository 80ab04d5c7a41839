package dev.millrace.settings;

import java.util.List;

/** The configuration cannot be used; tells everything that is wrong with it at once. */
public final class ConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    public ConfigurationException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    public ConfigurationException(String problem) {
        this(List.of(problem));
    }

    /** One sentence a problem: what is wrong, why, and what to do. */
    public List<String> problems() {
        return problems;
    }
}
