using SkiaSharp;

namespace Relight.Deliveries;

/// <summary>
/// A photo as it was sent, taken apart and made anew: what is kept is the picture alone. A camera writes where it stood
/// beside the picture, and a photo of goods would give the site away.
/// </summary>
public static class PhotoFile
{
    /// <summary>Most bytes of a photo as it is sent.</summary>
    public const int MostBytes = 12_000_000;

    /// <summary>Most pixels of a photo as it is sent: a small file can unfold into any number of them.</summary>
    public const long MostPixels = 60_000_000;

    /// <summary>Longest side of a photo as it is kept, in pixels.</summary>
    public const int LongestSide = 1280;

    private const int Quality = 75;

    /// <summary>The picture as JPEG, the right way up, or why it is none.</summary>
    /// <param name="sent">The file.</param>
    public static (byte[]? Jpeg, string? Why) Clean(byte[] sent)
    {
        if (sent.Length > MostBytes)
            return (null, FormattableString.Invariant($"must not be larger than {MostBytes / 1_000_000} MB, and has {sent.Length / 1e6:0.0}"));
        using var data = SKData.CreateCopy(sent);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.EncodedFormat is not (SKEncodedImageFormat.Jpeg or SKEncodedImageFormat.Png or SKEncodedImageFormat.Webp))
            return (null, "must be a picture: JPEG, PNG or WebP");
        var size = codec.Info.Size;
        if ((long)size.Width * size.Height > MostPixels)
            return (null, FormattableString.Invariant($"must have {MostPixels / 1_000_000} million pixels at most, and has {size.Width} × {size.Height}"));
        using var picture = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        if (codec.GetPixels(picture.Info, picture.GetPixels()) != SKCodecResult.Success)
            return (null, "must be a whole picture: its file ends too soon or is damaged");
        return (Jpeg(picture, codec.EncodedOrigin), null);
    }

    private static byte[] Jpeg(SKBitmap picture, SKEncodedOrigin origin)
    {
        // Cameras turn pictures by a note beside them, which is not kept: the picture itself is turned.
        var sideways = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var scale = Math.Min(1f, (float)LongestSide / Math.Max(picture.Width, picture.Height));
        var (width, height) = (Math.Max(1, (int)(picture.Width * scale)), Math.Max(1, (int)(picture.Height * scale)));
        using var drawn = SKSurface.Create(new SKImageInfo(sideways ? height : width, sideways ? width : height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        var canvas = drawn.Canvas;
        canvas.Clear(SKColors.White);
        canvas.Concat(Turn(origin, width, height));
        using var image = SKImage.FromBitmap(picture);
        canvas.DrawImage(image, SKRect.Create(width, height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        using var snapshot = drawn.Snapshot();
        using var jpeg = snapshot.Encode(SKEncodedImageFormat.Jpeg, Quality);
        return jpeg.ToArray();
    }

    private static SKMatrix Turn(SKEncodedOrigin origin, float width, float height) => origin switch
    {
        SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new SKMatrix(0, -1, height, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, height, -1, 0, width, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, width, 0, 0, 1),
        _ => SKMatrix.Identity,
    };
}
