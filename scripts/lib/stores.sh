# Finds the class paths of scripts/lib/stores; sourced by the scripts beside this folder. Needs root.
# shellcheck shell=bash

# FOLDER: writes s3-server.classpath, s3-client.classpath and hdfs-server.classpath there.
store_class_paths() {
  local name
  mkdir -p "$1"
  for name in s3-server s3-client hdfs-server; do
    "$root/mvnw" -B -ntp -q -f "$root/scripts/lib/stores/pom.xml" "-P$name" \
      org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath "-Dmdep.outputFile=$1/$name.classpath"
  done
}
