"""Builds: steps, what is kept of them, progress, atomic publishing.

    fair.build_fair(folder, site, diagnostics, options, ...) -> BuildReport
    steps.read_and_check(folder, diagnostics) -> CheckedFair    what `hallgen check` stops after
    record.unchanged(contents, site, asked)                    the report of the build before, if
                                                                another would make the same site

Nothing is imported here: to see that nothing changed takes less time than to load what builds.
"""
