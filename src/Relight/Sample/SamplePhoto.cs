using SkiaSharp;

namespace Relight.Sample;

/// <summary>The photo of the sample's receipt: a drawing, as nothing in the sample may show a real place.</summary>
internal static class SamplePhoto
{
    private const int Width = 640;
    private const int Height = 480;

    /// <summary>A generating set with a bent frame, as PNG.</summary>
    public static byte[] BentFrame()
    {
        using var surface = SKSurface.Create(new SKImageInfo(Width, Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        var canvas = surface.Canvas;
        canvas.Clear(new SKColor(0xC8, 0xCC, 0xD0));
        using var floor = new SKPaint { Color = new SKColor(0x8A, 0x8F, 0x94) };
        canvas.DrawRect(0, 360, Width, Height - 360, floor);
        using var body = new SKPaint { Color = new SKColor(0xD9, 0xA4, 0x1B), IsAntialias = true };
        canvas.DrawRoundRect(SKRect.Create(150, 170, 320, 150), 12, 12, body);
        using var vent = new SKPaint { Color = new SKColor(0x5A, 0x43, 0x0A), IsAntialias = true, StrokeWidth = 6 };
        for (var x = 190; x <= 300; x += 22)
            canvas.DrawLine(x, 200, x, 290, vent);
        using var frame = new SKPaint { Color = new SKColor(0x2B, 0x2F, 0x33), IsAntialias = true, StrokeWidth = 14, StrokeCap = SKStrokeCap.Round };
        // The right end of the frame is pushed in and up.
        SKPoint[] bent = [new(120, 370), new(120, 330), new(380, 330), new(430, 352), new(505, 305), new(470, 250), new(498, 215)];
        for (var i = 1; i < bent.Length; i++)
            canvas.DrawLine(bent[i - 1], bent[i], frame);
        using var image = surface.Snapshot();
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }
}
