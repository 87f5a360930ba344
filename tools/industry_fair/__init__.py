"""Makes the data files of the sample fair, examples/industry-fair, from a vocabulary.

    python -m tools.industry_fair

writes the plans, the lists, the logos and the product models; fair.yaml and programme.yaml are
written by hand.
All firms are invented, and what is chosen is chosen by fixed seeds: the same files each time.
"""
