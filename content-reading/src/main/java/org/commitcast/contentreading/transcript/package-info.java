/** Transcripts: cues from timed text, speaker lists, WebVTT and SubRip. */
@NullMarked
package org.commitcast.contentreading.transcript;

import org.jspecify.annotations.NullMarked;
