package dev.vidiexport.http.answers.planted;

import dev.vidiexport.http.calls.CallPermit;

/**
 * Reads an answer by what is known of its call, so that the rule against it can be seen to work.
 */
public record AnswerThatKnowsACall(CallPermit trace) {}
