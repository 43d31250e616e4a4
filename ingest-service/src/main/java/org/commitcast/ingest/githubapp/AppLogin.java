package org.commitcast.ingest.githubapp;

import org.jspecify.annotations.Nullable;

/**
 * A GitHub App as which a repository is read.
 *
 * @param appId its number or client id
 * @param installationId absent means the installation that has the repository
 */
public record AppLogin(String appId, @Nullable String installationId, AppKey key) {}
