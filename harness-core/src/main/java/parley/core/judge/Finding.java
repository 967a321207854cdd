package parley.core.judge;

/** What a check found and what the plan says it means. */
public record Finding(String check, Clause clause, Severity severity, Outcome outcome) {}
