using System.Collections.Frozen;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace Relight.Web.Host;

/// <summary>
/// Scripts, styles and fonts, embedded at build and held in memory. An address carries a part of the content's hash,
/// so that a browser asks for each version once; text is kept compressed as well.
/// </summary>
public sealed class Assets
{
    private const string Prefix = "dist/";
    private static readonly FileExtensionContentTypeProvider s_types = new();
    private readonly FrozenDictionary<string, Asset> _files;

    /// <summary>Reads what is embedded.</summary>
    public Assets()
    {
        var assembly = typeof(Assets).Assembly;
        _files = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => Load(assembly, name))
            .ToFrozenDictionary(asset => asset.Name, StringComparer.Ordinal);
    }

    /// <summary>All files.</summary>
    internal IEnumerable<Asset> All => _files.Values;

    /// <summary>The file of this name.</summary>
    /// <exception cref="KeyNotFoundException">Nothing of this name is embedded.</exception>
    public byte[] Read(string name) => _files[name].Content;

    /// <summary>Address of a file below the base address, with its version.</summary>
    public string Address(string name) => $"dist/{name}?v={_files[name].Version}";

    internal Asset? Find(string name) => _files.GetValueOrDefault(name);

    private static Asset Load(Assembly assembly, string resource)
    {
        using var stream = assembly.GetManifestResourceStream(resource)!;
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        var content = memory.ToArray();
        var name = resource[Prefix.Length..];
        var type = s_types.TryGetContentType(name, out var known) ? known : "application/octet-stream";
        var packed = name.EndsWith(".woff2", StringComparison.Ordinal) ? null : Compress(content);
        return new Asset(name, type, Convert.ToHexStringLower(SHA256.HashData(content))[..12], content, packed);
    }

    private static byte[] Compress(byte[] content)
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.SmallestSize))
            gzip.Write(content);
        return memory.ToArray();
    }
}

/// <summary>One embedded file.</summary>
internal sealed record Asset(string Name, string ContentType, string Version, byte[] Content, byte[]? Compressed);

/// <summary>Serves the embedded files.</summary>
internal static class AssetEndpoints
{
    public static void MapAssets(this WebApplication app)
    {
        var assets = app.Services.GetRequiredService<Assets>();
        app.MapGet("/dist/{name}", (string name, HttpContext context) => Serve(assets.Find(name), context));
        app.MapGet("/favicon.ico", (HttpContext context) => Serve(assets.Find("icon.svg"), context));
    }

    private static IResult Serve(Asset? asset, HttpContext context)
    {
        if (asset is null)
            return Results.NotFound();
        // Names of chunks and fonts within scripts and styles carry no version: those are asked for again, and answered
        // with "not modified".
        var versioned = context.Request.Query["v"] == asset.Version;
        context.Response.Headers.CacheControl = versioned ? "public, max-age=31536000, immutable" : "no-cache";
        context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        var packed = asset.Compressed is not null && AcceptsGzip(context.Request);
        if (packed)
            context.Response.Headers.ContentEncoding = "gzip";
        var tag = new EntityTagHeaderValue($"\"{asset.Version}{(packed ? "-gz" : "")}\"");
        return Results.Bytes(packed ? asset.Compressed! : asset.Content, asset.ContentType, entityTag: tag);
    }

    private static bool AcceptsGzip(HttpRequest request) =>
        request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase);
}
