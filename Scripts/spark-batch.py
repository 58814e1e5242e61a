#!/usr/bin/env python3
"""Runs `fengqiao batch` over a cluster: Apache Spark splits the cases by line, each piece goes through
the tool, results come in the order of the input. See docs/spark.md.

  spark-submit spark-batch.py RULEBOOK INPUT OUTPUT
"""
import os
import shlex
import sys

from pyspark.sql import SparkSession

if len(sys.argv) != 4:
    sys.exit(__doc__)
rulebook, cases, results = sys.argv[1:]
# 1 says that some case was refused or faulty: its record is in the output. More is a failure.
step = f"fengqiao batch {shlex.quote(rulebook)} - --jobs 1 2>/dev/null || [ $? -eq 1 ]"
spark = SparkSession.builder.appName("fengqiao batch").getOrCreate()
lines = spark.sparkContext.textFile(cases)
piped = lines.pipe("sh -c " + shlex.quote(step), env=dict(os.environ), checkCode=True)
piped.saveAsTextFile(results)
