"""Start hallgen from a checkout: `python cli.py build examples/industry-fair`."""

from hallgen.cli import main

if __name__ == "__main__":
    main()
