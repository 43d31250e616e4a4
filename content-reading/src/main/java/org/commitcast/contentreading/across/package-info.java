/** Rules that no file can be judged by alone: guids, pages and audio of others, transcripts and their episodes. */
@NullMarked
package org.commitcast.contentreading.across;

import org.jspecify.annotations.NullMarked;
