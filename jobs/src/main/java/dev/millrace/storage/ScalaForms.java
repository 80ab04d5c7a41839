package dev.millrace.storage;

import java.util.List;
import java.util.Map;
import scala.Predef;
import scala.Tuple2;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/** Java collections in the form that Delta's Scala interface takes. */
final class ScalaForms {

    private ScalaForms() {}

    static <T> Seq<T> seq(List<T> list) {
        return JavaConverters.asScalaBuffer(list).toList();
    }

    static <K, V> scala.collection.immutable.Map<K, V> map(Map<K, V> map) {
        return JavaConverters.mapAsScalaMap(map).toMap(Predef.<Tuple2<K, V>>$conforms());
    }

    static <T> List<T> list(Seq<T> seq) {
        return List.copyOf(JavaConverters.seqAsJavaList(seq));
    }
}
