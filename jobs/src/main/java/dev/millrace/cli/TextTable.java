package dev.millrace.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of text under headings, numbers to the right.
 *
 * @param columns the columns
 * @param rows one text a column
 */
record TextTable(List<Column> columns, List<List<String>> rows) {

    private static final int GAP = 2;
    private static final int NARROWEST = 8;

    TextTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * A column.
     *
     * @param name its heading
     * @param number whether it is set to the right, and never cut
     */
    record Column(String name, boolean number) {

        static Column text(String name) {
            return new Column(name, false);
        }

        static Column number(String name) {
            return new Column(name, true);
        }
    }

    /** Prints it in lines of at most the given width; texts are cut to fit, figures never are. */
    void print(PrintWriter out, int width) {
        int[] widths = widths(width);
        List<String> heading = columns.stream().map(Column::name).toList();
        out.println(line(heading, widths));
        rows.forEach(row -> out.println(line(row, widths)));
    }

    private int[] widths(int available) {
        int[] widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = columns.get(i).name().length();
            for (List<String> row : rows) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        long excess = total(widths) - (long) available;
        while (excess > 0) {
            int widest = widestText(widths);
            if (widest < 0) {
                break;
            }
            int cut = (int) Math.min(excess, Math.max(1, widths[widest] - nextWidest(widths, widest)));
            widths[widest] = Math.max(NARROWEST, widths[widest] - cut);
            excess = total(widths) - (long) available;
        }
        return widths;
    }

    private static int total(int[] widths) {
        int total = -GAP;
        for (int width : widths) {
            total += width + GAP;
        }
        return total;
    }

    private int widestText(int[] widths) {
        int widest = -1;
        for (int i = 0; i < widths.length; i++) {
            boolean mayShrink = !columns.get(i).number() && widths[i] > NARROWEST;
            if (mayShrink && (widest < 0 || widths[i] > widths[widest])) {
                widest = i;
            }
        }
        return widest;
    }

    private int nextWidest(int[] widths, int widest) {
        int next = NARROWEST;
        for (int i = 0; i < widths.length; i++) {
            if (i != widest && !columns.get(i).number() && widths[i] < widths[widest]) {
                next = Math.max(next, widths[i]);
            }
        }
        return next;
    }

    private String line(List<String> cells, int[] widths) {
        List<String> padded = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            String cell = cut(cells.get(i), widths[i]);
            String space = " ".repeat(widths[i] - cell.length());
            padded.add(columns.get(i).number() ? space + cell : cell + space);
        }
        return String.join(" ".repeat(GAP), padded).stripTrailing();
    }

    /** The text, or its beginning and a sign that there is more. */
    static String cut(String text, int width) {
        return text.length() <= width ? text : text.substring(0, width - 1) + "…";
    }
}
