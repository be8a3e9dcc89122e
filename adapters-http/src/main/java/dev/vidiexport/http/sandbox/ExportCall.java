package dev.vidiexport.http.sandbox;

import dev.vidiexport.http.sandbox.data.Question;
import dev.vidiexport.http.sandbox.data.SandboxData;
import java.time.Instant;

/**
 * One call about an export.
 *
 * @param now the present when it came
 * @param data what there is then
 * @param rebuild whether the export is to be built anew
 * @param wantsRows whether the call would be given the rows, were they ready
 */
record ExportCall(
    Question question, Instant now, SandboxData data, boolean rebuild, boolean wantsRows) {}
