package dev.millrace.faults;

import java.io.IOException;

/** Children one after the other, of which the next one is always starting already. */
final class ChildQueue implements AutoCloseable {

    private final FaultCompany company;
    private final JavaCommand java;
    private ChildProcess next;

    ChildQueue(FaultCompany company, JavaCommand java) throws IOException {
        this.company = company;
        this.java = java;
        this.next = company.child(java);
    }

    /** The child that is next. */
    ChildProcess take() {
        return next;
    }

    /** Starts the successor, once the child before it is dead: two cores serve one at a time. */
    void prepareNext() throws IOException {
        next = company.child(java);
    }

    @Override
    public void close() {
        next.close();
    }
}
