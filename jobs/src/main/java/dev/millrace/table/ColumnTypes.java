package dev.millrace.table;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** The column types that tables are declared in. */
public final class ColumnTypes {

    public static final DataType STRING = DataTypes.StringType;
    public static final DataType INT = DataTypes.IntegerType;
    public static final DataType LONG = DataTypes.LongType;
    public static final DataType DOUBLE = DataTypes.DoubleType;
    public static final DataType BOOLEAN = DataTypes.BooleanType;
    public static final DataType BINARY = DataTypes.BinaryType;

    /** A UTC day. */
    public static final DataType DATE = DataTypes.DateType;

    /** A UTC moment. */
    public static final DataType TIMESTAMP = DataTypes.TimestampType;

    /** An amount in the company's currency; four places keep unit prices below a penny exact. */
    public static final DataType MONEY = DataTypes.createDecimalType(18, 4);

    /** Units of a product; three places serve goods sold by weight. */
    public static final DataType QUANTITY = DataTypes.createDecimalType(18, 3);

    /** A share or rate. */
    public static final DataType RATIO = DataTypes.createDecimalType(18, 6);

    /** Extra columns of a source, by name. */
    public static final DataType ATTRIBUTES = DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType, true);

    /** What sensors read, by the sensor's name. */
    public static final DataType MEASURES = DataTypes.createMapType(DataTypes.StringType, DataTypes.DoubleType, true);

    /** Several texts in order. */
    public static final DataType TEXTS = DataTypes.createArrayType(DataTypes.StringType, true);

    /** Several numbers in order. */
    public static final DataType NUMBERS = DataTypes.createArrayType(DataTypes.DoubleType, false);

    /** Versions of tables, by the table's id. */
    public static final DataType VERSIONS = DataTypes.createMapType(DataTypes.StringType, DataTypes.LongType, false);

    private ColumnTypes() {}
}
