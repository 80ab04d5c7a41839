# Finds the JDK; sourced by the scripts beside this folder. Sets java.
# shellcheck shell=bash

require_jdk_17() {
  if [[ -n ${JAVA_HOME:-} ]]; then
    java=$JAVA_HOME/bin/java
  else
    java=$(command -v java || true)
  fi
  if [[ -z $java || ! -x $java ]]; then
    echo "There is no Java${JAVA_HOME:+ in JAVA_HOME ($JAVA_HOME)}. Millrace needs a JDK 17: install one and set JAVA_HOME to it." >&2
    exit 2
  fi
  local version
  version=$("$java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1)
  if [[ $version != 17 ]]; then
    echo "$java is Java ${version:-of an unknown version}. Spark 3.5 runs on Java 17: set JAVA_HOME to a JDK 17." >&2
    exit 2
  fi
}

require_javac() {
  local javac
  javac=$(dirname "$(readlink -f "$java")")/javac
  if [[ ! -x $javac ]]; then
    echo "$java comes without a compiler. Building Millrace needs a whole JDK 17: set JAVA_HOME to one." >&2
    exit 2
  fi
}
