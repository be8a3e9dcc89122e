/** The use case that compares the files of a history with its ledger. */
package dev.vidiexport.domain.verify;
