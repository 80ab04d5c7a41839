package dev.millrace.engines.forecast;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Several methods together, which seldom forecast worse than the best of them and often better: FPP3, section 13.4.
 *
 * @param parts the methods
 * @param weighting how their forecasts become one
 */
public record Combination(List<SeriesMethod> parts, Weighting weighting) implements SeriesMethod {

    /** Refuses to combine nothing, and weights that are not one a method, by an IllegalArgumentException. */
    public Combination {
        parts = List.copyOf(parts);
        int weights = weighting.weights().size();
        if (parts.isEmpty() || (weights > 0 && weights != parts.size())) {
            throw new IllegalArgumentException(
                    "A combination of " + parts.size() + " methods cannot have " + weights + " weights.");
        }
    }

    /** The mean of what methods say, at least one. */
    public static Combination mean(SeriesMethod... parts) {
        return new Combination(List.of(parts), Weighting.mean(parts.length));
    }

    @Override
    public String name() {
        return weighting.name();
    }

    /**
     * Fits each method.
     *
     * @throws SeriesTooShortException where one of them cannot be fitted to so few values
     */
    @Override
    public SeriesModel fit(double... values) {
        return new Model(parts.stream().map(part -> part.fit(values)).toList(), this);
    }

    private record Model(List<SeriesModel> models, Combination combination) implements SeriesModel {

        @Override
        public SeriesForecast forecast(int steps) {
            return combination
                    .weighting()
                    .join(models.stream().map(model -> model.forecast(steps)).toList());
        }

        @Override
        public double[] fitted() {
            return combination
                    .weighting()
                    .join(models.stream()
                            .map(model -> new SeriesForecast(model.fitted(), model.fitted()))
                            .toList())
                    .mean();
        }

        @Override
        public String description() {
            return combination.name()
                    + combination.parts().stream()
                            .map(SeriesMethod::name)
                            .collect(Collectors.joining(", ", " of ", ""));
        }
    }
}
