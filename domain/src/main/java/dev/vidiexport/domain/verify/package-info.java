/** The use case that compares what stands of a history with its ledger. */
package dev.vidiexport.domain.verify;
