namespace Relight.Web.Tests;

/// <summary>Tests that share one served operation.</summary>
[CollectionDefinition]
public sealed class PagesCollection : ICollectionFixture<Pages>;
