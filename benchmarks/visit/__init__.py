"""A visit to a hall, beside the pages people would make of the same hall instead.

python -m benchmarks.visit FAIR SITE [--hall HALL] [--result FILE]
"""
