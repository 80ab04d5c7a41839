package dev.millrace.engines.forecast;

/** A series of a hierarchy is not the sum of its parts. */
public final class IncoherentHierarchyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    IncoherentHierarchyException(HierarchyNode node, int period, double given, double sum) {
        super("The parts of " + node + " do not add up: in period " + period + " it is " + given + ", and they are "
                + sum + ". Correct the data, or let the sum of the parts take its place (REDERIVE).");
    }
}
