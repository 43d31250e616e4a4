/** What is wrong in a repository: rule, severity, place and what to do about it. */
@NullMarked
package org.commitcast.contentreading.finding;

import org.jspecify.annotations.NullMarked;
