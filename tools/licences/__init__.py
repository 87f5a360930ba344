"""What hallgen ships and needs, under which licences, and whether these go with Apache-2.0.

python -m tools.licences            the list
python -m tools.licences --sbom F   a bill of materials (CycloneDX 1.6, JSON) into a file
"""
