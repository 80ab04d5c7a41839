package dev.millrace.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Two processes run the same days on one lake at the same moment: one of them waits or is refused. */
public final class TwoRunsAtOnce implements Fault {

    private final JavaCommand java;
    private final List<String> waits;

    public TwoRunsAtOnce(JavaCommand java, List<String> waits) {
        this.java = java;
        this.waits = List.copyOf(waits);
    }

    @Override
    public String kind() {
        return "two runs at once";
    }

    @Override
    public void inflict(FaultCompany company, Consumer<FaultResult> results) throws Exception {
        for (String wait : waits) {
            results.accept(together(company, wait));
        }
    }

    private FaultResult together(FaultCompany company, String wait) throws InterruptedException, IOException {
        Path lake = company.copyNamed("twice");
        List<Integer> exits = new ArrayList<>();
        try (ChildProcess one = company.child(java);
                ChildProcess other = company.child(java)) {
            one.awaitReady();
            other.awaitReady();
            one.order(company.order(lake).waiting(wait));
            other.order(company.order(lake).waiting(wait));
            exits.add(one.exit());
            exits.add(other.exit());
        }
        String note = "exit codes " + exits + ".";
        FaultResult result = company.rerun(kind(), "each waits " + wait, lake, note);
        if (!result.isBad()) {
            company.discard(lake);
        }
        boolean oneWasKeptOut = exits.contains(0) && exits.contains(ChildRun.HELD);
        boolean bothRan = exits.equals(List.of(0, 0));
        return (wait.equals("0s") ? oneWasKeptOut || bothRan : bothRan)
                ? result
                : new FaultResult(
                        kind(), result.name(), FaultResult.Outcome.DIFFERENT, result.lost(), result.doubled(), 0, note);
    }
}
