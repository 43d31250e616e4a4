/** GitHub Apps: tokens of an installation, asked for with the App's key, kept until shortly before they end. */
@NullMarked
package org.commitcast.ingest.githubapp;

import org.jspecify.annotations.NullMarked;
