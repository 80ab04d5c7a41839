package dev.millrace.engines.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EtsDeviationTest {

    private static final int STEPS = 16;
    private static final int FUTURES = 40_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ANN", "AAN", "AAdN", "ANA", "AAA", "AAdA", "MNN", "MAN", "MAdN", "MNA", "MAA", "MAdA", "MNM", "MAM",
                "MAdM", "ANM", "AAM", "AAdM"
            })
    void deviationsAreThoseOfDrawnFutures(String letters) {
        EtsForm form = EtsForm.of(letters);
        EtsModel model = model(form);
        SeriesForecast forecast = model.forecast(STEPS);

        double[] drawn = drawn(model, forecast.mean());

        for (int h = 0; h < STEPS; h++) {
            assertEquals(1, forecast.deviation()[h] / drawn[h], 0.05, form + " step " + (h + 1));
        }
    }

    private static EtsModel model(EtsForm form) {
        double[] season = {
            form.season() == EtsForm.Season.MULTIPLICATIVE ? 1.2 : 12,
            form.season() == EtsForm.Season.MULTIPLICATIVE ? 0.7 : -18,
            form.season() == EtsForm.Season.MULTIPLICATIVE ? 1.1 : 6
        };
        EtsParameters parameters = new EtsParameters(
                0.4,
                form.trending() ? 0.1 : 0,
                form.seasonal() ? 0.3 : 0,
                form.damped() ? 0.9 : 1,
                60,
                form.trending() ? 1.5 : 0,
                form.seasonal() ? season : new double[0]);
        double variance = form.relativeError() ? 0.05 * 0.05 : 9;
        return new EtsModel(form, parameters, 0, 0, variance, parameters, new double[0]);
    }

    /** Root mean squared distance of futures from their forecasts, by the equations of the model as the book has them. */
    private static double[] drawn(EtsModel model, double[] mean) {
        Random chance = new Random(3);
        double[] squares = new double[STEPS];
        for (int future = 0; future < FUTURES; future++) {
            double[] values = future(model, chance);
            for (int h = 0; h < STEPS; h++) {
                squares[h] += (values[h] - mean[h]) * (values[h] - mean[h]) / FUTURES;
            }
        }
        return SeriesOf.values(STEPS, h -> Math.sqrt(squares[h]));
    }

    private static double[] future(EtsModel model, Random chance) {
        EtsParameters p = model.parameters();
        boolean multiplied = model.form().season() == EtsForm.Season.MULTIPLICATIVE;
        boolean seasonal = model.form().seasonal();
        double level = p.level();
        double slope = p.slope();
        double[] season = p.season().clone();
        double[] values = new double[STEPS];
        for (int h = 0; h < STEPS; h++) {
            double base = level + p.phi() * slope;
            double s = seasonal ? season[h % season.length] : 0;
            double forecast = multiplied ? base * s : base + s;
            double draw = Math.sqrt(model.variance()) * chance.nextGaussian();
            double error = model.form().relativeError() ? forecast * draw : draw;
            values[h] = forecast + error;
            level = base + p.alpha() * (multiplied ? error / s : error);
            slope = p.phi() * slope + p.beta() * (multiplied ? error / s : error);
            if (seasonal) {
                season[h % season.length] = s + p.gamma() * (multiplied ? error / base : error);
            }
        }
        return values;
    }
}
