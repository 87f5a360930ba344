"""The kit: parametric halls and booths, their signs and graphics."""
