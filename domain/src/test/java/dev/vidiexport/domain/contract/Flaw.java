package dev.vidiexport.domain.contract;

import java.util.function.Supplier;

/**
 * One thing that can be wrong with what a contract is about.
 *
 * @param fact the fact of the contract that must not hold
 * @param wrong what is wrong, for the name of the test
 * @param said a part of what the contract says about it
 * @param made makes what has the flaw
 */
public record Flaw<T>(String fact, String wrong, String said, Supplier<T> made) {}
