package dev.millrace.evaluate;

import java.util.List;

/** All evaluations, in the order in which they are shown. */
public final class Evaluations {

    public static final List<Evaluation> ALL = List.of(
            new LabelledEvaluation("telco-churn", "telco-churn", 5, 1),
            new LabelledEvaluation("german-credit", "german-credit", 10, 3),
            new LabelledEvaluation("ai4i2020", "ai4i2020", 5, 1),
            new LabelledEvaluation("hillstrom-visit", "hillstrom", 5, 1),
            new LabelledEvaluation("olist-leads", "olist", 5, 1),
            new CdnowEvaluation(),
            new PlantedSegments(),
            new OnlineRetailSegments(),
            new ChurnEvaluation(),
            new LateDeliveryEvaluation(),
            new TourismEvaluation(),
            new MentionsEvaluation(),
            new PlantedTurningPoints(5),
            new StoreItemInventory(),
            DemandEvaluations.STORE_ITEM,
            DemandEvaluations.M4_HOURLY,
            new IntermittentEvaluation());

    private Evaluations() {}
}
