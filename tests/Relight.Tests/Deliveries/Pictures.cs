using System.Buffers.Binary;
using SkiaSharp;

namespace Relight.Tests.Deliveries;

/// <summary>Pictures that tests send.</summary>
internal static class Pictures
{
    /// <summary>A picture of some stripes.</summary>
    public static byte[] Png(int width = 8, int height = 4) => Encode(width, height, SKEncodedImageFormat.Png);

    /// <summary>The beginning of a picture that claims a size.</summary>
    public static byte[] PngOfSize(int width, int height)
    {
        var png = Png();
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), Crc(png.AsSpan(12, 17)));
        return png;
    }

    /// <summary>A photo as a phone takes it: with a note of where it stood, and one that it was held upright.</summary>
    public static byte[] JpegWithPlace()
    {
        var jpeg = Encode(8, 4, SKEncodedImageFormat.Jpeg);
        // TIFF of one entry, orientation 6 (turn by a quarter), and a text with the place behind it.
        byte[] exif = [.. "Exif\0\0II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0, .. "GPS 50.4501N 30.5234E"u8];
        var length = exif.Length + 2;
        return [0xFF, 0xD8, 0xFF, 0xE1, (byte)(length >> 8), (byte)length, .. exif, .. jpeg.AsSpan(2)];
    }

    public static (int Width, int Height) SizeOf(byte[] picture)
    {
        using var codec = SKCodec.Create(SKData.CreateCopy(picture));
        return (codec.Info.Width, codec.Info.Height);
    }

    private static byte[] Encode(int width, int height, SKEncodedImageFormat format)
    {
        using var bitmap = new SKBitmap(width, height);
        for (var x = 0; x < width; x++)
            for (var y = 0; y < height; y++)
                bitmap.SetPixel(x, y, new SKColor((byte)(x * 7), (byte)(y * 11), (byte)(x * y)));
        using var data = bitmap.Encode(format, 90);
        return data.ToArray();
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = 0xFFFFFFFF;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }
        return ~crc;
    }
}
