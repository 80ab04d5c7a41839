package dev.millrace.engines.materials;

import java.util.List;

/** A bill of materials in which a part goes into itself. */
public final class BillCycleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> cycle;

    BillCycleException(List<String> cycle) {
        super("The bill of materials goes round in a circle: " + String.join(" > ", cycle)
                + "; a part cannot go into itself, so that one of these lines is wrong.");
        this.cycle = List.copyOf(cycle);
    }

    /** The parts from parent to component; the first is also the last. */
    public List<String> cycle() {
        return cycle;
    }
}
