package dev.millrace.job;

import dev.millrace.settings.QualityRule;
import dev.millrace.settings.QualityRule.Distribution;
import dev.millrace.settings.QualityRule.Freshness;
import dev.millrace.settings.QualityRule.OnFailure;
import dev.millrace.settings.QualityRule.Volume;
import dev.millrace.storage.DeltaStore;
import dev.millrace.storage.StagedRows;
import dev.millrace.table.Layer;
import dev.millrace.table.TableSpec;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** The rules that a company sets for an entity's table as a whole, looked at when its rows are staged and not yet there. */
final class TableRules {

    private final List<QualityRule> rules;
    private final String job;
    private final RunContext run;
    private final SparkSession session;
    private final DeltaStore store;

    TableRules(List<QualityRule> rules, String job, RunContext run, SparkSession session, DeltaStore store) {
        this.rules = rules.stream().filter(rule -> !rule.measure().ofRows()).toList();
        this.job = job;
        this.run = run;
        this.session = session;
        this.store = store;
    }

    /**
     * How the rules of a table hold.
     *
     * @param fromScratch whether the staged rows take the place of all that there were
     * @throws DataException when one that aborts does not
     */
    List<QualityNote> check(TableSpec table, StagedRows staged, boolean fromScratch) {
        List<QualityNote> notes = new ArrayList<>();
        for (QualityRule rule : rules) {
            if (table.layer() == Layer.SILVER && rule.entity().equals(table.name()) && staged.count() > 0) {
                notes.add(note(rule, table, staged, fromScratch));
            }
        }
        return notes;
    }

    private QualityNote note(QualityRule rule, TableSpec table, StagedRows staged, boolean fromScratch) {
        DayHistory history = new DayHistory(table, staged, fromScratch, session, store);
        Finding finding = finding(rule, history);
        if (!finding.held() && rule.onFailure() == OnFailure.ABORT) {
            throw new DataException("'" + rule.path() + "' stops the run: " + finding.seen() + ", and expected is: "
                    + rule.measure().expected() + ". Nothing was written to " + table.id()
                    + ". Look at what was delivered; if it is right, change the rule or set on-failure to warn.");
        }
        return new QualityNote(
                job,
                table.id(),
                rule.name(),
                finding.held() ? "passed" : "warned",
                staged.count(),
                finding.held() ? 0 : 1,
                rule.measure().expected(),
                finding.seen(),
                null);
    }

    /**
     * What a rule came to.
     *
     * @param held whether it holds
     * @param seen what was seen, in words
     */
    record Finding(boolean held, String seen) {}

    private Finding finding(QualityRule rule, DayHistory history) {
        if (rule.measure() instanceof Freshness freshness) {
            return history.freshness(run.to(), freshness.days());
        }
        if (rule.measure() instanceof Volume volume) {
            return history.volume(volume.share(), volume.historyDays());
        }
        Distribution distribution = (Distribution) rule.measure();
        return history.distribution(distribution.column(), distribution.limit(), distribution.historyDays());
    }
}
