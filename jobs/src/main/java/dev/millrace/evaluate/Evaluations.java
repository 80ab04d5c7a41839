package dev.millrace.evaluate;

import java.util.List;

/** All evaluations, in the order in which they are shown. */
public final class Evaluations {

    public static final List<Evaluation> ALL = List.of();

    private Evaluations() {}
}
