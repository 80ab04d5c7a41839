package dev.millrace.engines.forecast.pooled;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Attributes in numbers: each value stands for the mean value of the series that have it (Micci-Barreca, "A preprocessing scheme for
 * high-cardinality categorical attributes", 2001), which orders products and stores by their volume.
 *
 * @param means for each attribute, the mean of each of its values
 */
record AttributeCodes(List<Map<String, Double>> means) implements Serializable {

    static AttributeCodes of(List<PanelSeries> panel) {
        List<Map<String, Double>> means = new ArrayList<>();
        for (int i = 0; i < panel.get(0).attributes().size(); i++) {
            Map<String, double[]> sums = new HashMap<>();
            for (PanelSeries series : panel) {
                double[] sum = sums.computeIfAbsent(series.attributes().get(i), value -> new double[2]);
                for (double value : series.values()) {
                    sum[0] += value;
                    sum[1]++;
                }
            }
            Map<String, Double> mean = new HashMap<>();
            sums.forEach((value, sum) -> mean.put(value, sum[0] / sum[1]));
            means.add(mean);
        }
        return new AttributeCodes(means);
    }

    double[] of(PanelSeries series) {
        double[] codes = new double[means.size()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = means.get(i).get(series.attributes().get(i));
        }
        return codes;
    }
}
